// Tells anybody who holds a card or letter what it is and whether it is valid. One get. Nothing is told that the holder
// does not show by handing it over; the name only in initials, to be compared with what is printed.
import type { SigningMethod } from '@layan/domain/case/event';
import { CaseId, type InstantText } from '@layan/domain/kernel/ids';
import { epochMs } from '@layan/domain/kernel/instant';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { initialsOf } from '@layan/domain/person/masking';
import type { ProductState } from '@layan/domain/product/product-state';
import type { RegisteredProduct } from '../ports/products.ts';
import type { Ports } from '../ports/surroundings.ts';
import { type CaseSeal, caseSeal } from '../sealing/case-seal.ts';
import { agencyCard } from '../tenant/agency-card.ts';
import { getProfile } from '../tenant/get-profile.ts';
import { parseProductId } from './product-id.ts';

export interface VerifiedProduct {
  readonly id: string;
  /** "Kartu Bestari" */
  readonly label: string;
  readonly number: string;
  readonly state: ProductState;
  /** When the state came about. */
  readonly since: InstantText;
  readonly issuedAt: InstantText;
  readonly validUntil?: InstantText;
  /** "W••• U•••"; absent when the name cannot be opened. */
  readonly holder?: string;
  readonly agency: string;
  readonly letter?: VerifiedLetter;
}

export interface VerifiedLetter {
  /** ISO date, as it stands on it. */
  readonly date: string;
  /** Absent until it was signed. */
  readonly signature?: {
    readonly method: SigningMethod;
    readonly at: InstantText;
    /** Of the file that is handed over. */
    readonly sha256: string;
    /** As they stand in the certificate. */
    readonly subject?: string;
    readonly issuer?: string;
    /** Signed text of the agency over the hash, to be checked by whoever reads it. */
    readonly seal?: string;
  };
}

/** A product whose time is over is expired, also before the clock has written so. */
const stateAt = (
  { state, changedAt, validUntil }: RegisteredProduct,
  now: InstantText,
): Pick<VerifiedProduct, 'state' | 'since'> =>
  validUntil !== undefined &&
  (state === 'active' || state === 'provisional' || state === 'suspended') &&
  epochMs(validUntil) <= epochMs(now)
    ? { state: 'expired', since: validUntil }
    : { state, since: changedAt };

const letterOf = ({ letter }: RegisteredProduct): VerifiedLetter | undefined => {
  if (!letter) return undefined;
  const { date, signature } = letter;
  if (!signature) return { date };
  const { method, at, file, certificate, seal } = signature;
  return {
    date,
    signature: {
      ...{ method, at, sha256: file.sha256 },
      ...(certificate && { subject: certificate.subject, issuer: certificate.issuer }),
      ...(seal !== undefined && { seal }),
    },
  };
};

/** What an imported product seals is bound to its own id. */
const sealedUnder = ({ id, origin }: RegisteredProduct): CaseId =>
  origin.kind === 'case' ? origin.caseId : CaseId.parse(id);

/** As printed, so that the two can be compared; the name for lists where nothing else is known. */
const nameOf = async (
  seal: CaseSeal,
  { holder, displayName, unnamed }: RegisteredProduct,
): Promise<string | undefined> => {
  if (unnamed) return undefined;
  const printed = holder && (await seal.openFact(holder.fact, holder.value));
  return printed === undefined ? seal.openText('display', displayName) : String(printed);
};

export const makeVerifyProduct =
  (ports: Pick<Ports, 'products' | 'vault' | 'directory' | 'clock'>) =>
  async (input: {
    readonly id: string;
  }): Promise<Result<VerifiedProduct, { readonly code: 'product-not-found' }>> => {
    const id = parseProductId(input.id);
    const product = id === undefined ? undefined : await ports.products.find(id);
    if (!product) return err({ code: 'product-not-found' });
    const seal = caseSeal(ports.vault, product.key, sealedUnder(product));
    const name = await nameOf(seal, product);
    const tenant = await getProfile(ports.directory);
    const letter = letterOf(product);
    return ok({
      id: product.id,
      label: product.label,
      number: product.number,
      ...stateAt(product, ports.clock.now()),
      issuedAt: product.issuedAt,
      ...(product.validUntil !== undefined && { validUntil: product.validUntil }),
      ...(name !== undefined && { holder: initialsOf(name) }),
      agency: agencyCard(tenant, product.agency).name,
      ...(letter && { letter }),
    });
  };
