// Whether an executable example of a standard runs as it is written.
import { err, ok, type Result } from '../kernel/result.ts';
import type { Example } from '../standard/example.ts';
import type { Standard } from '../standard/standard.ts';
import { newestOf } from './evolve-products.ts';
import { type Played, play, type Scene, type Stumble } from './play.ts';

export type ExampleFailure =
  | ({ readonly code: 'turn-refused' } & Stumble)
  | { readonly code: 'other-ending'; readonly ending: string | undefined }
  | { readonly code: 'other-product'; readonly product: string; readonly state: string | undefined };

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

export const playExample = (
  standard: Standard,
  example: Example,
  scene: Scene,
): Result<Played, ExampleFailure> => {
  const played = play(standard, example, scene);
  if (!played.ok) return err({ code: 'turn-refused', ...played.error });
  const ending = played.value.snapshot.ended?.ending;
  if (ending !== example.ending) return err({ code: 'other-ending', ending });
  const different = differentProduct(standard, example, played.value);
  return different ? err(different) : ok(played.value);
};
