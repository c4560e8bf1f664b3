// Where something may lie about of a person besides their cases, a portion at a time.
import { halfAnHourLater } from '@layan/domain/document/closed-upload';
import { type AgencyId, InstantText } from '@layan/domain/kernel/ids';
import { isAfter } from '@layan/domain/kernel/instant';
import type { Filing } from '../ports/filings.ts';
import type { ImportRow, RegisterImport } from '../ports/imports.ts';
import type { TracePlace } from '../ports/person-erasures.ts';
import type { RegisteredProduct } from '../ports/products.ts';
import type { LeftFiling } from '../ports/retention.ts';
import type { Ports } from '../ports/surroundings.ts';
import { agencyProducts } from '../register/agency-products.ts';

export type Trace =
  | { readonly kind: 'form'; readonly filing: Filing; readonly left: LeftFiling }
  /** Of a form that is gone: nobody's, and on its way out. */
  | { readonly kind: 'scans'; readonly left: LeftFiling }
  | { readonly kind: 'row'; readonly record: RegisterImport; readonly row: ImportRow }
  | { readonly kind: 'card'; readonly card: RegisteredProduct };

export type PlacesPorts = Pick<
  Ports,
  'retention' | 'filings' | 'cases' | 'imports' | 'products' | 'standards' | 'clock'
>;

export interface TracePortion {
  readonly traces: readonly Trace[];
  /** Absent: nothing is left to look at. */
  readonly next?: TracePlace;
}

const atOnce = 50;
/** After every form that is there. */
const forEver = InstantText.parse('9999-12-31T23:59:59.999Z');

/** What somebody fills in for another agency is none of this one's. */
const isFor = async ({ standards }: PlacesPorts, agency: AgencyId, filing: Filing): Promise<boolean> =>
  (await standards.getPinned(filing.standard)).standard.agency === agency;

const forms = async (
  ports: PlacesPorts,
  agency: AgencyId,
  after: string | undefined,
): Promise<TracePortion> => {
  const { rows, next } = await ports.retention.leftFilings({
    ...{ until: forEver, limit: atOnce },
    ...(after !== undefined && { after }),
  });
  const soon = halfAnHourLater(ports.clock.now());
  const found = await Promise.all(
    rows.map(async (left): Promise<readonly Trace[]> => {
      const { filing } = (await ports.filings.find(left.caseId)) ?? {};
      if (filing) {
        const isTheirs = filing.filedAt === undefined && (await isFor(ports, agency, filing));
        return isTheirs ? [{ kind: 'form', filing, left }] : [];
      }
      // Who destroys what is due sees to it (privacy/destroy-due): moved once more, it would come up again behind every place.
      if (!isAfter(left.at, soon)) return [];
      return (await ports.cases.find(left.caseId)) ? [] : [{ kind: 'scans', left }];
    }),
  );
  return {
    traces: found.flat(),
    next: next === undefined ? { in: 'imports' } : { in: 'forms', after: next },
  };
};

/** The one named, or the first; with the one behind it. */
const oneOf = <One>(all: readonly One[], idOf: (one: One) => string, id: string | undefined) => {
  const sorted = all.toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  const at = id === undefined ? 0 : sorted.findIndex((one) => idOf(one) >= id);
  return at < 0 ? {} : { one: sorted[at], behind: sorted[at + 1] };
};

const importRows = async (
  ports: PlacesPorts,
  agency: AgencyId,
  { of, after }: TracePlace,
): Promise<TracePortion> => {
  const { one, behind } = oneOf(await ports.imports.list(agency), ({ id }) => id, of);
  if (!one) return { traces: [], next: { in: 'cards' } };
  const { rows, next } = await ports.imports.rows({
    ...{ importId: one.id, limit: atOnce },
    ...(after !== undefined && { after: Number(after) }),
  });
  const onward: TracePlace = behind ? { in: 'imports', of: behind.id } : { in: 'cards' };
  return {
    traces: rows.map((row) => ({ kind: 'row', record: one, row })),
    next: next === undefined ? onward : { in: 'imports', of: one.id, after: String(next) },
  };
};

const cards = async (
  ports: PlacesPorts,
  agency: AgencyId,
  { of, after }: TracePlace,
): Promise<TracePortion> => {
  const products = [
    ...new Set((await agencyProducts(ports.standards, agency)).map(({ product }) => product.id)),
  ];
  const { one, behind } = oneOf(products, (id) => id, of);
  if (one === undefined) return { traces: [] };
  const { rows, next } = await ports.products.register({
    ...{ agency, product: one, year: 'imported', limit: atOnce },
    ...(after !== undefined && { after }),
  });
  const found = await Promise.all(rows.map(({ id }) => ports.products.find(id)));
  const onward: TracePlace | undefined = behind === undefined ? undefined : { in: 'cards', of: behind };
  const then = next === undefined ? onward : { in: 'cards' as const, of: one, after: next };
  return {
    traces: found.flatMap((card) => (card ? [{ kind: 'card' as const, card }] : [])),
    ...(then && { next: then }),
  };
};

export const tracesAt = (ports: PlacesPorts, agency: AgencyId, place: TracePlace): Promise<TracePortion> => {
  switch (place.in) {
    case 'forms':
      return forms(ports, agency, place.after);
    case 'imports':
      return importRows(ports, agency, place);
    case 'cards':
      return cards(ports, agency, place);
  }
};

/** Undefined where nothing is left of it, or a case came of it, which has an end of its own. */
export const asItIsNow = async (ports: PlacesPorts, trace: Trace): Promise<Trace | undefined> => {
  if (trace.kind === 'form') {
    const filing = (await ports.filings.find(trace.filing.caseId))?.filing;
    return filing && filing.filedAt === undefined ? { ...trace, filing } : undefined;
  }
  if (trace.kind === 'scans') return trace;
  if (trace.kind === 'row') {
    const [record, row] = await Promise.all([
      ports.imports.find(trace.record.agency, trace.record.id),
      ports.imports.findRow(trace.record.id, trace.row.position),
    ]);
    return record && row && { ...trace, record, row };
  }
  const card = await ports.products.find(trace.card.id);
  return card && { ...trace, card };
};
