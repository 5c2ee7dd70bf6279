/** Who the reader is, and what they may do. A local desk has one person, who may do all and never signs in. */
import { csrf, get, Problem, send } from './http';

export const ROLES = ['viewer', 'analyst', 'reviewer', 'admin'] as const;
type Role = (typeof ROLES)[number];

interface Who {
  mode: 'local' | 'team' | 'public';
  user: { name: string; role: Role } | null;
  csrf: string;
  tiles: string;
  two_person_grades: boolean;
}

/** The least role for what the app offers; what is not named here everybody may. */
const NEEDED: Record<string, Role> = { judge: 'reviewer', assignOthers: 'reviewer', comment: 'analyst', review: 'analyst', add: 'analyst' };

class Session {
  #who = $state.raw<Who>({ mode: 'public', user: null, csrf: '', tiles: '', two_person_grades: false });
  loaded = $state(false);

  get user(): Who['user'] {
    return this.#who.user;
  }

  get team(): boolean {
    return this.#who.mode === 'team';
  }

  get tiles(): string {
    return this.#who.tiles;
  }

  /** Whether a grade takes a second person. */
  get twoPersons(): boolean {
    return this.#who.two_person_grades;
  }

  may(deed: string): boolean {
    const least = NEEDED[deed];
    return !least || this.isAtLeast(least);
  }

  /** Whether they look after a team's accounts. */
  get keepsAccounts(): boolean {
    return this.team && this.isAtLeast('admin');
  }

  isAtLeast(role: Role): boolean {
    return this.user !== null && ROLES.indexOf(this.user.role) >= ROLES.indexOf(role);
  }

  async load(): Promise<void> {
    try {
      this.#take(await get<Who>('/session'));
    } catch (error) {
      if (!(error instanceof Problem)) throw error; // the page itself tells what the server answers
    } finally {
      this.loaded = true;
    }
  }

  async signIn(name: string, password: string): Promise<void> {
    this.#take(await send<Who>('POST', '/session', { name, password }));
  }

  /** Give the reader's account another password; a session with it begins. */
  async changePassword(old: string, next: string): Promise<void> {
    this.#take(await send<Who>('POST', '/session/password', { old, new: next }));
  }

  async signOut(): Promise<void> {
    await send('DELETE', '/session', {});
    await this.load();
  }

  #take(who: Who): void {
    this.#who = who;
    csrf.token = who.csrf;
  }
}

export const session = new Session();
