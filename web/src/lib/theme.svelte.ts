/** Light or dark: as the system says, until the reader turns it. */
class Theme {
  dark = $state(false);

  constructor() {
    const system = matchMedia('(prefers-color-scheme: dark)');
    const kept = localStorage.getItem('theme');
    this.dark = kept ? kept === 'dark' : system.matches;
    if (kept) this.#show();
    system.addEventListener('change', () => {
      if (!localStorage.getItem('theme')) this.dark = system.matches;
    });
  }

  turn(): void {
    this.dark = !this.dark;
    localStorage.setItem('theme', this.dark ? 'dark' : 'light');
    this.#show();
  }

  #show(): void {
    document.documentElement.dataset.theme = this.dark ? 'dark' : 'light';
  }
}

export const theme = new Theme();
