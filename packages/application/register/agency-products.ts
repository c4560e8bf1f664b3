// What an agency gives out that is kept in a register, by its published standards.
import type { AgencyId, StandardId } from '@layan/domain/kernel/ids';
import { indexOf, type ProcessIndex } from '@layan/domain/process/process-index';
import type { Product } from '@layan/domain/standard/product';
import type { StandardStore } from '../ports/standards.ts';

export interface AgencyProduct {
  readonly standard: StandardId;
  readonly service: string;
  readonly index: ProcessIndex;
  readonly product: Product;
}

/** What is numbered, or held once per family. */
const isRegistered = ({ numbering, exclusive }: Product): boolean =>
  numbering !== undefined || exclusive !== undefined;

/** A letter is kept in a register of letters; everything else is a card to those who look it up. */
export const isCard = ({ product }: AgencyProduct): boolean => product.letter === undefined;

/** The register that its numbers run through. */
export const registerIdOf = ({ id, numbering }: Product): string => numbering?.register ?? id;

export const agencyProducts = async (
  standards: StandardStore,
  agency: AgencyId,
): Promise<readonly AgencyProduct[]> => {
  const published = (await standards.list()).flatMap((one) =>
    one.agency === agency && one.published ? [one.published] : [],
  );
  const versions = await Promise.all(published.map((ref) => standards.getPinned(ref)));
  return versions.flatMap(({ standard }) => {
    const index = indexOf(standard.process);
    return standard.process.products
      .filter(isRegistered)
      .map((product) => ({ standard: standard.id, service: standard.shortTitle, index, product }));
  });
};
