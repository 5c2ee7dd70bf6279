/** Who the reader is, and what they may do. On a laptop of one's own there is no signing in and one may do all. */
import { get, Problem, send } from './http';

export interface User {
  name: string;
  role: 'viewer' | 'analyst' | 'reviewer' | 'admin';
}

interface Me {
  mode: 'local' | 'team' | 'public';
  user: User | null;
}

const NEEDED: Record<string, readonly User['role'][]> = {
  judge: ['reviewer', 'admin'],
  review: ['analyst', 'reviewer', 'admin'],
  add: ['analyst', 'reviewer', 'admin'],
};

class Session {
  user = $state<User | null>(null);
  mode = $state<Me['mode']>('local');
  loaded = $state(false);

  get team(): boolean {
    return this.mode !== 'local';
  }

  get mustSignIn(): boolean {
    return this.loaded && this.mode === 'team' && !this.user;
  }

  may(deed: string): boolean {
    const roles = NEEDED[deed];
    if (!roles || this.mode === 'local') return true;
    return this.user !== null && roles.includes(this.user.role);
  }

  async load(): Promise<void> {
    try {
      this.#take((await get<Me>('/me')).body);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.status === 401) this.#take({ mode: 'team', user: null });
    }
    this.loaded = true;
  }

  async signIn(name: string, password: string): Promise<void> {
    this.#take((await send<Me>('POST', '/session', { name, password })).body);
  }

  async signOut(): Promise<void> {
    await send('DELETE', '/session', {});
    this.user = null;
  }

  #take({ mode, user }: Me): void {
    this.mode = mode;
    this.user = user;
  }
}

export const session = new Session();
