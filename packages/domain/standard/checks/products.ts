// Cards can be told apart and printed, and nobody loses one without a reason.
import type { ProductChange } from '../../product/product-state.ts';
import { type Finding, finding } from '../finding.ts';
import { citedBy } from '../lookup.ts';
import type { Product } from '../product.ts';
import type { Standard } from '../standard.ts';

const faces = ({ id, kind, label, numbering, card, basis }: Product): readonly Finding[] => {
  if (kind !== 'card' || (numbering && card)) return [];
  const lacking = numbering ? 'data yang dicetak' : 'bentuk nomor';
  return [
    finding(
      'card-unprintable',
      `process.products.${id}`,
      `"${label}" adalah kartu, tetapi ${lacking}nya tidak ditulis.`,
      citedBy(basis),
    ),
  ];
};

const takesAway: readonly ProductChange[] = ['revoke', 'suspend'];

const reasons = ({ id, label: product, actions = [] }: Product): readonly Finding[] =>
  actions
    .filter(({ change, note }) => takesAway.includes(change) && note !== 'required')
    .map((action) =>
      finding(
        'taken-away-unexplained',
        `process.products.${id}.actions.${action.id}`,
        `"${action.label}" mengambil "${product}" tanpa mewajibkan alasan.`,
        citedBy(action.basis),
      ),
    );

/** Registers begin anew each year: without the year two products would carry one number. */
const numbers = ({ id, label, numbering, basis }: Product): readonly Finding[] =>
  numbering === undefined || numbering.pattern.includes('{year}')
    ? []
    : [
        finding(
          'number-without-year',
          `process.products.${id}`,
          `Nomor "${label}" (${numbering.pattern}) berulang setiap tahun.`,
          citedBy(basis),
        ),
      ];

export const checkProducts = ({ process }: Standard): readonly Finding[] =>
  process.products.flatMap((product) => [...faces(product), ...numbers(product), ...reasons(product)]);
