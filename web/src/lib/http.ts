/** Requests to our own API, and its faults (RFC 9457 problem+json) as one kind of error. */
import type { Told } from './types';

export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    /** The code and values of the detail, where there is one for it. */
    readonly told: Told = { says: detail || title, reason_code: null, reason_values: {} },
  ) {
    super(detail || title);
  }

  /** Somebody else changed what this was about: nothing was written, and the page is to be read again. */
  get isConflict(): boolean {
    return this.status === 409 || this.status === 412;
  }
}

type Query = Record<string, string | number | boolean | readonly string[] | undefined>;

const ROOT = '/api/v1';

/** What requests that write must carry; no other site's page can read it. */
export const csrf = { token: '' };

export function address(path: string, query: Query = {}): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value)) for (const one of value as string[]) asked.append(name, one);
    else if (value !== undefined && value !== '' && value !== false) asked.set(name, String(value));
  }
  const text = asked.toString();
  return `${ROOT}${path}${text ? `?${text}` : ''}`;
}

export async function get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  return answer<T>(await reach(address(path, query), { headers: { accept: 'application/json' }, signal: signal ?? null }));
}

export async function send<T>(method: string, path: string, body: unknown): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json', 'x-csrf-token': csrf.token };
  if (!(body instanceof FormData)) headers['content-type'] = 'application/json';
  const form = body instanceof FormData ? body : JSON.stringify(body);
  return answer<T>(await reach(address(path), { method, headers, body: form }));
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { credentials: 'same-origin', ...init });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Problem(0, 'no answer', String(error));
  }
}

async function answer<T>(response: Response): Promise<T> {
  const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
  const body: unknown = response.status === 204 || !isJson ? null : await response.json();
  if (!response.ok) {
    const { title = response.statusText, detail = '', ...rest } = (body ?? {}) as Partial<Problem & Told>;
    throw new Problem(response.status, title, detail, { says: detail || title, reason_code: null, reason_values: {}, ...rest });
  }
  return body as T;
}
