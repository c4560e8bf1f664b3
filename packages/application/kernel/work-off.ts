// Works through rows page by page: one that fails keeps no other from its turn, and what failed is told at the end.
import type { Page } from '../ports/cases.ts';

interface Portion {
  /** Ends when so many were done; absent: when there are no more. */
  readonly enough?: number;
  readonly atOnce: number;
  readonly mostPages: number;
}

interface WorkedOff<Row> {
  readonly done: readonly Row[];
  readonly broken: readonly unknown[];
  readonly more: boolean;
}

/** @param work tells whether there was something to do */
export async function workOff<Row>(
  load: (query: { readonly limit: number; readonly after?: string }) => Promise<Page<Row>>,
  work: (row: Row) => Promise<boolean>,
  { enough = Number.POSITIVE_INFINITY, atOnce, mostPages }: Portion,
): Promise<WorkedOff<Row>> {
  const done: Row[] = [];
  const broken: unknown[] = [];
  let after: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const limit = Math.min(atOnce, enough - done.length);
    const { rows, next } = await load({ limit, ...(after !== undefined && { after }) });
    broken.push(...(await eachApart(rows, async (row) => void ((await work(row)) && done.push(row)))));
    after = next;
    if (after === undefined || done.length >= enough) break;
  }
  return { done, broken, more: after !== undefined };
}

/** @returns what failed */
export async function eachApart<One>(
  all: Iterable<One>,
  work: (one: One) => Promise<void>,
): Promise<readonly unknown[]> {
  const broken: unknown[] = [];
  for (const one of all) await work(one).catch((cause: unknown) => broken.push(cause));
  return broken;
}

/** The first stands for all of them: whoever called is brought back by it. */
export const tellFirst = ([...broken]: readonly unknown[]): void => {
  if (broken.length > 0) throw broken[0];
};
