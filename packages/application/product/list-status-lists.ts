// The status lists a phone keeps to check cards without a network: names, as `statusListName` gives them. One query.
import type { Ports } from '../ports/surroundings.ts';

export const makeListStatusLists =
  ({ statusLists }: Pick<Ports, 'statusLists'>) =>
  async (): Promise<readonly string[]> =>
    (await statusLists.list()).map(({ name }) => name);
