/** Whether graphic text is shielded until asked for; on unless the reader turned it off. */
class Shield {
  on = $state(localStorage.getItem('shield') !== 'off');

  turn(): void {
    this.on = !this.on;
    localStorage.setItem('shield', this.on ? 'on' : 'off');
  }
}

export const shield = new Shield();
