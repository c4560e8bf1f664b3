// The standards of the practice space: the published ones, with numbers that nobody can take for real.
import type { StandardStore } from '@layan/application/ports/standards';
import type { StandardVersion } from '@layan/domain/standard/standard-version';

const forPractice = (version: StandardVersion): StandardVersion => ({
  ...version,
  standard: {
    ...version.standard,
    process: {
      ...version.standard.process,
      products: version.standard.process.products.map((product) =>
        product.numbering
          ? { ...product, numbering: { pattern: `LATIHAN-${product.numbering.pattern}` } }
          : product,
      ),
    },
  },
});

export const practiceStandards = (standards: StandardStore): StandardStore => ({
  ...standards,
  find: async (id, version) => {
    const found = await standards.find(id, version);
    return found && forPractice(found);
  },
  getPinned: async (ref) => forPractice(await standards.getPinned(ref)),
});
