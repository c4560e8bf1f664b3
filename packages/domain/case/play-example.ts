// Whether an executable example of a standard runs as it is written.
import { err, ok, type Result } from '../kernel/result.ts';
import type { Example } from '../standard/example.ts';
import type { Standard } from '../standard/standard.ts';
import { newestOf } from './evolve-products.ts';
import { play, type Stumble } from './play.ts';
import type { Played, Scene } from './stage.ts';

export type ExampleFailure =
  | ({ readonly code: 'turn-refused' } & Stumble)
  | { readonly code: 'other-ending'; readonly ending: string | undefined }
  | { readonly code: 'other-product'; readonly product: string; readonly state: string | undefined }
  /** `undefined`: its clock never started. */
  | { readonly code: 'other-promise'; readonly promise: string; readonly state: string | undefined }
  | { readonly code: 'other-messages'; readonly messages: readonly string[] };

const differentProduct = (
  standard: Standard,
  example: Example,
  { snapshot }: Played,
): ExampleFailure | undefined => {
  for (const { id } of standard.process.products) {
    const state = newestOf(snapshot.products, id)?.state;
    if (state !== example.products?.[id]) return { code: 'other-product', product: id, state };
  }
  return undefined;
};

const differentPromise = ({ promises = {} }: Example, { snapshot }: Played): ExampleFailure | undefined => {
  for (const [promise, expected] of Object.entries(promises)) {
    const state = snapshot.promises.find((record) => record.promise === promise)?.state;
    if ((state ?? 'none') !== expected) return { code: 'other-promise', promise, state };
  }
  return undefined;
};

const differentMessages = ({ messages }: Example, { snapshot }: Played): ExampleFailure | undefined => {
  const sent = snapshot.timeline.filter(({ notify }) => notify).map(({ text }) => text);
  const same = messages === undefined || JSON.stringify(messages) === JSON.stringify(sent);
  return same ? undefined : { code: 'other-messages', messages: sent };
};

export const playExample = (
  standard: Standard,
  example: Example,
  scene: Scene,
): Result<Played, ExampleFailure> => {
  const played = play(standard, example, scene);
  if (!played.ok) return err({ code: 'turn-refused', ...played.error });
  const ending = played.value.snapshot.ended?.ending;
  if (ending !== example.ending) return err({ code: 'other-ending', ending });
  const different =
    differentProduct(standard, example, played.value) ??
    differentPromise(example, played.value) ??
    differentMessages(example, played.value);
  return different ? err(different) : ok(played.value);
};
