/** A shape for each family of events, in a box of 14 by 14: colour alone tells nothing. */
import type { Family } from './families';

export const BOX = 14;

export const SHAPES: Record<Family, string> = {
  air: 'M7 1 13.3 12.6H.7Z',
  fire: 'M1.8 1.8h10.4v10.4H1.8Z',
  blast: 'M7 .4 8.6 4.3 12.7 3.2 10.4 6.8 13.6 9.4 9.5 9.7 9.1 13.8 7 10.4 4.9 13.8 4.5 9.7.4 9.4 3.6 6.8 1.3 3.2 5.4 4.3Z',
  ground: 'M7 .6 13.4 7 7 13.4.6 7Z',
  persons: 'M7 1.2a5.8 5.8 0 1 1 0 11.6a5.8 5.8 0 1 1 0-11.6Z',
  people: 'M4 1.6h6L13.2 7 10 12.4H4L.8 7Z',
  truce: 'M4.8.9h4.4v3.9h3.9v4.4H9.2v3.9H4.8V9.2H.9V4.8h3.9Z',
};
