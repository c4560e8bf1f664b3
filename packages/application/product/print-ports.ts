// What printing a card takes.
import type { Printing } from '../ports/printing.ts';
import type { Signer } from '../ports/signing-keys.ts';
import type { Ports } from '../ports/surroundings.ts';

export type PrintPorts = Pick<
  Ports,
  'tenant' | 'space' | 'products' | 'cases' | 'standards' | 'vault' | 'directory' | 'unmaskings' | 'clock'
> & {
  readonly signer: Signer;
  readonly printing: Pick<Printing, 'drawCard' | 'keep'>;
  /** "https://kota-probolinggo.layan.id" */
  readonly origin: string;
};
