/** Where the reader is: a page, the thing it shows, and filters, all in the address after `#`. */
export interface Route {
  page: string;
  id: string;
  query: URLSearchParams;
}

export function parse(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [page = '', ...rest] = path.split('/');
  return { page: page || 'explore', id: decodeURIComponent(rest.join('/')), query: new URLSearchParams(query) };
}

export function href(page: string, id = '', query?: URLSearchParams | Record<string, string>): string {
  const asked = new URLSearchParams(query).toString();
  return `#/${page}${id ? `/${encodeURIComponent(id)}` : ''}${asked ? `?${asked}` : ''}`;
}

class Here {
  #route = $state.raw(parse(location.hash));

  constructor() {
    addEventListener('hashchange', () => (this.#route = parse(location.hash)));
  }

  get route(): Route {
    return this.#route;
  }

  /** Change filters of this page; `replace` keeps a drag or typing out of the browser's history. */
  filter(changes: Record<string, string>, replace = false): void {
    const query = new URLSearchParams(this.#route.query);
    for (const [name, value] of Object.entries(changes)) {
      if (value) query.set(name, value);
      else query.delete(name);
    }
    const to = href(this.#route.page, this.#route.id, query);
    if (to === location.hash) return;
    if (replace) {
      history.replaceState(null, '', to);
      this.#route = parse(to);
    } else location.hash = to;
  }
}

export const here = new Here();
