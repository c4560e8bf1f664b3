// Official numbers: what stands in them is known, and what runs through one register looks alike.
import { type Finding, finding } from '../finding.ts';
import { citedBy } from '../lookup.ts';
import type { Product } from '../product.ts';
import type { Standard } from '../standard.ts';
import type { TenantFacts } from '../tenant-facts.ts';

type Numbered = Product & { readonly numbering: NonNullable<Product['numbering']> };

const isNumbered = (product: Product): product is Numbered => product.numbering !== undefined;

const place = ({ id }: Product): string => `process.products.${id}`;

const known = /^\{(seq:0+|year|romanMonth|class|unit)\}$/;

const strange = ({ pattern, classification }: Numbered['numbering']): string | undefined => {
  const [unknown] = (pattern.match(/\{[^{}]*\}|[{}]/g) ?? []).filter((part) => !known.test(part));
  if (unknown !== undefined) return `memuat "${unknown}", yang tidak dikenal`;
  return pattern.includes('{class}') && classification === undefined
    ? 'memuat {class}, tetapi kode klasifikasinya tidak ditulis'
    : undefined;
};

const patterns = (products: readonly Numbered[]): readonly Finding[] =>
  products.flatMap((product) => {
    const wrong = strange(product.numbering);
    const message = `Nomor "${product.label}" (${product.numbering.pattern}) ${wrong}.`;
    return wrong === undefined
      ? []
      : [finding('number-pattern-unfit', place(product), message, citedBy(product.basis))];
  });

const registers = (products: readonly Numbered[]): readonly Finding[] =>
  products.flatMap((product, at) => {
    const { register, pattern } = product.numbering;
    const first = products.findIndex(({ numbering }) => numbering.register === register);
    const other = register === undefined || first === at ? undefined : products[first];
    if (!other || other.numbering.pattern === pattern) return [];
    const message = `"${product.label}" dan "${other.label}" memakai buku agenda "${register}" dengan bentuk nomor yang berbeda.`;
    return [finding('register-patterns-differ', place(product), message, citedBy(product.basis))];
  });

export const checkLetterNumbers = (
  { process }: Standard,
  tenant: TenantFacts | undefined,
): readonly Finding[] => {
  const products = process.products.filter(isNumbered);
  const unnamed = tenant?.letters !== undefined && tenant.letters.unitCode === undefined;
  return [
    ...patterns(products),
    ...registers(products),
    ...products
      .filter(({ numbering }) => unnamed && numbering.pattern.includes('{unit}'))
      .map((product) =>
        finding(
          'number-unit-missing',
          place(product),
          `Nomor "${product.label}" memuat kode unit, yang belum diisi dinas.`,
          citedBy(product.basis),
        ),
      ),
  ];
};
