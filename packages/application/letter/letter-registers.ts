// The registers of outgoing letters of an agency: which there are, page by page with a search, and a month to be printed.
// Numbers that were cancelled stand in them with the reason.
import { mayUse, type Operation } from '@layan/domain/access/operations';
import { dateIn, plainDateInWords } from '@layan/domain/deadline/dates-in-words';
import { CaseId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { initialsOf } from '@layan/domain/person/masking';
import type { ProductState } from '@layan/domain/product/product-state';
import type { RegisteredProduct, RegisterRow } from '../ports/products.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { mayLink } from '../product/may-link.ts';
import { findProducts } from '../product/register-rows.ts';
import { agencyProducts, isCard, registerIdOf } from '../register/agency-products.ts';
import type { RegisterFailure } from '../register/errors.ts';
import { caseSeal } from '../sealing/case-seal.ts';
import { isAreaBound, isOfTheirCases } from '../staff/area-bound.ts';
import { getProfile } from '../tenant/get-profile.ts';

/** Older registers are found by number. */
const YEARS = 5;
const PAGE = 50;
/** Rows that are looked at for one page of what a search finds. */
const SEARCHED = 5_000;

export interface LetterRegister {
  readonly id: string;
  readonly label: string;
  /** Letters that are numbered in it. */
  readonly labels: readonly string[];
  /** The newest first; the current one always. */
  readonly years: readonly number[];
}

export interface LetterRow {
  readonly id: string;
  readonly sequence: number;
  readonly number: string;
  readonly date: string;
  readonly dateWords: string;
  readonly label: string;
  readonly holder?: string;
  readonly state: ProductState;
  readonly reason?: string;
  readonly caseId?: CaseId;
}

export type RegisterPorts = Pick<Ports, 'products' | 'standards' | 'directory' | 'clock' | 'vault' | 'cases'>;
type Refusal = RegisterFailure<'member-deactivated' | 'role-missing'>;
type NotFound = RegisterFailure<'product-not-found'>;

const words = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');

/** By id: "Surat keluar" for one that letters share, the name of the letter for its own. */
const registersOf = async (
  { standards }: RegisterPorts,
  { agency }: Membership,
): Promise<ReadonlyMap<string, Omit<LetterRegister, 'years'>>> => {
  const found = new Map<string, { id: string; label: string; labels: string[] }>();
  for (const one of await agencyProducts(standards, agency)) {
    if (isCard(one) || one.product.numbering === undefined) continue;
    const { product } = one;
    const id = registerIdOf(product);
    const label = id === product.id ? product.label : words(id);
    const known = found.get(id) ?? { id, label, labels: [] };
    known.labels.push(product.label);
    found.set(id, known);
  }
  return found;
};

export const makeListLetterRegisters =
  (ports: RegisterPorts) =>
  async ({
    member,
  }: {
    readonly member: Membership;
  }): Promise<Result<readonly LetterRegister[], Refusal>> => {
    const allowed = mayUse(member, 'list-letter-registers');
    if (!allowed.ok) return allowed;
    const { agency } = member;
    const { calendar } = await getProfile(ports.directory);
    const current = Number(dateIn(calendar.zone, ports.clock.now()).slice(0, 4));
    const past = Array.from({ length: YEARS - 1 }, (_, at) => current - 1 - at);
    const registers = [...(await registersOf(ports, member)).values()];
    return ok(
      await Promise.all(
        registers.map(async (register) => {
          const last = await Promise.all(
            past.map((year) => ports.products.lastPlace({ agency, product: register.id, year })),
          );
          return { ...register, years: [current, ...past.filter((_, at) => (last[at] ?? 0) > 0)] };
        }),
      ),
    );
  };

const sealOf = ({ vault }: RegisterPorts, { key, origin, id }: RegisteredProduct) =>
  caseSeal(vault, key, origin.kind === 'case' ? origin.caseId : CaseId.parse(id));

const reasonOf = async (ports: RegisterPorts, product: RegisteredProduct): Promise<string | undefined> => {
  const { reason, note } = product.letter?.cancelled ?? {};
  const said = note && (await sealOf(ports, product).openText('note', note));
  const parts = [reason, said].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(': ');
};

const rowView = async (
  ports: RegisterPorts,
  row: RegisterRow,
  product: RegisteredProduct,
  member: Membership,
): Promise<LetterRow> => {
  const { id, number, label, state, displayName, unnamed, origin } = product;
  const date = row.letter?.date ?? product.letter?.date ?? '';
  const linked = await mayLink(ports, product, member);
  const name = unnamed || !linked ? undefined : await sealOf(ports, product).openText('display', displayName);
  // What was said when it was cancelled speaks of the case: it is for those who may open it and know whose it is.
  const { reason: done, note } = product.letter?.cancelled ?? {};
  const isSaid = note !== undefined && linked && (await isOfTheirCases(ports, product, member));
  const reason = isSaid ? await reasonOf(ports, product) : done;
  return {
    ...{ id, sequence: row.sequence, number, date, label, state },
    dateWords: date === '' ? '' : plainDateInWords(date),
    ...(name !== undefined && { holder: initialsOf(name) }),
    ...(reason !== undefined && { reason }),
    ...(linked && origin.kind === 'case' && { caseId: origin.caseId }),
  };
};

const rowViews = async (
  ports: RegisterPorts,
  rows: readonly RegisterRow[],
  member: Membership,
): Promise<readonly LetterRow[]> => {
  const found = await findProducts(
    ports.products,
    rows.map(({ id }) => id),
  );
  const bound = await isAreaBound(ports.standards, member);
  const byId = new Map(found.map((product) => [product.id, product]));
  const views = rows.map(async (row): Promise<readonly LetterRow[]> => {
    const product = byId.get(row.id);
    if (!product || (bound && !(await isOfTheirCases(ports, product, member)))) return [];
    return [await rowView(ports, row, product, member)];
  });
  return (await Promise.all(views)).flat();
};

/** Part of the number or of the name, or the date. */
const fits =
  (text: string) =>
  ({ number, letter }: RegisterRow): boolean =>
    [number, letter?.label ?? '', letter?.date ?? ''].some((part) => part.toLowerCase().includes(text));

interface RegisterQuery {
  readonly member: Membership;
  readonly register: string;
  readonly year: number;
}

const open = async (
  ports: RegisterPorts,
  operation: Operation,
  { member, register }: RegisterQuery,
): Promise<Result<Omit<LetterRegister, 'years'>, Refusal | NotFound>> => {
  const allowed = mayUse(member, operation);
  if (!allowed.ok) return allowed;
  const found = (await registersOf(ports, member)).get(register);
  return found ? ok(found) : err({ code: 'product-not-found' });
};

/** Rows that fit, the newest first, up to a page of them. */
const search = async (
  { products }: RegisterPorts,
  { member: { agency }, register: product, year }: RegisterQuery,
  from: string | undefined,
  fit: (row: RegisterRow) => boolean,
): Promise<{ readonly rows: readonly RegisterRow[]; readonly next?: string }> => {
  const rows: RegisterRow[] = [];
  let after = from;
  for (let looked = 0; looked < SEARCHED; looked += PAGE) {
    const page = await products.register({
      ...{ agency, product, year, limit: PAGE },
      ...(after !== undefined && { after }),
    });
    rows.push(...page.rows.filter(fit));
    after = page.next;
    if (after === undefined || rows.length >= PAGE) break;
  }
  return { rows, ...(after !== undefined && { next: after }) };
};

export const makeListLetterRegister =
  (ports: RegisterPorts) =>
  async (
    input: RegisterQuery & { readonly after?: string | undefined; readonly text?: string | undefined },
  ): Promise<Result<{ readonly rows: readonly LetterRow[]; readonly next?: string }, Refusal | NotFound>> => {
    const opened = await open(ports, 'list-letter-register', input);
    if (!opened.ok) return opened;
    const text = input.text?.trim().toLowerCase() ?? '';
    const { rows, next } = await search(ports, input, input.after, text === '' ? () => true : fits(text));
    return ok({
      rows: await rowViews(ports, rows, input.member),
      ...(next !== undefined && { next }),
    });
  };

/** All rows of a month, in the order of their numbers: dates follow the numbers, so older months come last. */
const rowsOfMonth = async (
  { products }: RegisterPorts,
  { member: { agency }, register: product, year }: RegisterQuery,
  month: string,
): Promise<readonly RegisterRow[]> => {
  const rows: RegisterRow[] = [];
  let after: string | undefined;
  do {
    const page = await products.register({
      ...{ agency, product, year, limit: 500 },
      ...(after !== undefined && { after }),
    });
    rows.push(...page.rows.filter(({ letter }) => letter?.date.startsWith(month)));
    const isPast = page.rows.some(({ letter }) => letter !== undefined && letter.date < month);
    after = isPast ? undefined : page.next;
  } while (after !== undefined);
  return rows.toReversed();
};

export const makeGetLetterMonth =
  (ports: RegisterPorts) =>
  async (
    input: RegisterQuery & { readonly month: number },
  ): Promise<
    Result<
      { readonly label: string; readonly month: string; readonly rows: readonly LetterRow[] },
      Refusal | NotFound
    >
  > => {
    const opened = await open(ports, 'get-letter-month', input);
    if (!opened.ok) return opened;
    const month = `${input.year}-${String(input.month).padStart(2, '0')}`;
    const rows = await rowViews(ports, await rowsOfMonth(ports, input, month), input.member);
    return ok({ label: opened.value.label, month, rows });
  };
