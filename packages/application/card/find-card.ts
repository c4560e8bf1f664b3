// Finds cards by what somebody at the counter has in hand: the number on the card, a NIK, a family card, or the code of
// the card read by a scanner. Every card that is found leaves a trace that it was looked for.
import { mayUse } from '@layan/domain/access/operations';
import { dateIn } from '@layan/domain/deadline/dates-in-words';
import { CaseId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { parseFamilyCardNumber } from '@layan/domain/person/family-card-number';
import { parseNik } from '@layan/domain/person/nik';
import { plainText } from '@layan/domain/person/visible-text';
import { identifierKind } from '../case/locks.ts';
import type { RegisteredProduct } from '../ports/products.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { mayLink } from '../product/may-link.ts';
import { parseProductId } from '../product/product-id.ts';
import { type AgencyProduct, agencyProducts, registerIdOf } from '../register/agency-products.ts';
import type { RegisterFailure } from '../register/errors.ts';
import { isAreaBound, isOfTheirCases } from '../staff/area-bound.ts';
import { getProfile } from '../tenant/get-profile.ts';
import { type CardSummary, cardSummary } from './card-view.ts';

export interface FindCardInput {
  readonly member: Membership;
  /** As typed or scanned. */
  readonly text: string;
}

type FindCardPorts = Pick<
  Ports,
  'products' | 'cases' | 'standards' | 'vault' | 'directory' | 'clock' | 'unmaskings'
>;

type FindCardError = RegisterFailure<'member-deactivated' | 'role-missing' | 'search-unreadable'>;

/** No number of a card is as long; the link of a code is. */
const LONGEST_NUMBER = 100;

export const searchReason = 'Mencari kartu';

const byNumber = async (
  { products }: FindCardPorts,
  of: readonly AgencyProduct[],
  member: Membership,
  typed: string,
) => {
  const number = plainText(typed).replace(/\s+/g, ' ').trim();
  if (number.length > LONGEST_NUMBER) return [];
  const spellings = [...new Set([number, number.toUpperCase()])];
  const asked = of.flatMap(({ product }) =>
    spellings.map((one) =>
      products.findByNumber({ agency: member.agency, product: registerIdOf(product), number: one }),
    ),
  );
  return Promise.all(asked);
};

/** Products in force by their locks; those of cases also when they are not in force any more. */
const byIdentifier = async (ports: FindCardPorts, of: readonly AgencyProduct[], value: string) => {
  const { vault, products, cases } = ports;
  const indexes = {
    nik: await vault.indexes('nik', value),
    familyCardNumber: await vault.indexes('familyCardNumber', value),
  };
  const held = of.flatMap(({ index, product: { exclusive } }) =>
    (exclusive?.by ?? []).flatMap((fact) => {
      const kind = identifierKind(index, fact);
      return exclusive && (kind === 'nik' || kind === 'familyCardNumber')
        ? indexes[kind].map((one) => products.findHeld(exclusive.group, one))
        : [];
    }),
  );
  const ids = await Promise.all([...indexes.nik, ...indexes.familyCardNumber].map((one) => cases.about(one)));
  const known = await Promise.all([...new Set(ids.flat())].map((id) => cases.find(id)));
  const issued = known.flatMap((record) => record?.snapshot.products.map(({ id }) => id) ?? []);
  return [...(await Promise.all(held)), ...issued];
};

/** The id in a link of the portal, or bare. */
const scanned = (text: string): string | undefined => {
  const inLink = /\/v\/([^/?#\s]+)/.exec(text)?.[1];
  return parseProductId(inLink ?? text);
};

const identifierIn = (text: string, today: string): string | undefined => {
  for (const read of [parseFamilyCardNumber(text), parseNik(text, today)])
    if (read.ok) return read.value.value;
  return undefined;
};

const leaveTrace = async (
  { unmaskings, clock }: FindCardPorts,
  card: RegisteredProduct,
  member: Membership,
) => {
  const { id: by, name } = member;
  const caseId = card.origin.kind === 'case' ? card.origin.caseId : CaseId.parse(card.id);
  await unmaskings.append({
    caseId,
    fact: 'card',
    by,
    name,
    at: clock.now(),
    act: 'find-card',
    reason: searchReason,
  });
};

export const makeFindCard =
  (ports: FindCardPorts) =>
  async (input: FindCardInput): Promise<Result<readonly CardSummary[], FindCardError>> => {
    const { member, text } = input;
    const allowed = mayUse(member, 'find-card');
    if (!allowed.ok) return allowed;
    if (text.trim() === '') return err({ code: 'search-unreadable' });
    const { calendar } = await getProfile(ports.directory);
    const of = await agencyProducts(ports.standards, member.agency);
    const identifier = identifierIn(text, dateIn(calendar.zone, ports.clock.now()));
    const byCard = [...(await byNumber(ports, of, member, text)), scanned(text)];
    const ids = [...(identifier === undefined ? [] : await byIdentifier(ports, of, identifier)), ...byCard];
    const wanted = [...new Set(ids.flatMap((id) => (id === undefined ? [] : [id])))];
    const inHand = new Set(byCard);
    const bound = await isAreaBound(ports.standards, member);
    const known = await Promise.all(wanted.map((id) => ports.products.find(id)));
    const shown = await Promise.all(
      known.map(async (card) =>
        card?.agency === member.agency &&
        (inHand.has(card.id) || (await mayLink(ports, card, member))) &&
        (!bound || (await isOfTheirCases(ports, card, member)))
          ? [card]
          : [],
      ),
    );
    const found = shown.flat();
    for (const card of found) await leaveTrace(ports, card, member);
    return ok(await Promise.all(found.map((card) => cardSummary(ports, calendar.zone, card))));
  };
