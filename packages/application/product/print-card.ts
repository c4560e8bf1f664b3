// Prints a card that is in force: signed as it stands now, drawn, counted, and kept where a link opens it for a minute.
import { knowsApplicant, readsPersonalFacts } from '@layan/domain/access/case-access';
import { mayUse } from '@layan/domain/access/operations';
import { epochMs } from '@layan/domain/kernel/instant';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { ProductState } from '@layan/domain/product/product-state';
import { loadForMember } from '../case/load-for-member.ts';
import type { CardLayout } from '../ports/printing.ts';
import type { RegisteredProduct } from '../ports/products.ts';
import type { Membership } from '../ports/staff.ts';
import { caseSeal } from '../sealing/case-seal.ts';
import { getSetting } from '../tenant/setting.ts';
import { cardText } from './card-text.ts';
import { drawnCard } from './drawn-card.ts';
import type { PrintError } from './errors.ts';
import type { PrintPorts } from './print-ports.ts';
import { parseProductId } from './product-id.ts';

export interface PrintCardInput {
  readonly member: Membership;
  readonly productId: string;
  readonly layout: CardLayout;
}

export interface PrintedCard {
  readonly url: string;
  readonly copy: number;
  readonly kind: 'original' | 'copy';
}

const printable: ReadonlySet<ProductState> = new Set(['provisional', 'active']);

/** A product whose time is over is expired, also before the clock has written so. */
const stateNow = ({ state, validUntil }: RegisteredProduct, now: number): ProductState =>
  validUntil !== undefined && epochMs(validUntil) <= now ? 'expired' : state;

const notFound = err({ code: 'product-not-found' } as const);

export const makePrintCard =
  (ports: PrintPorts) =>
  async (input: PrintCardInput): Promise<Result<PrintedCard, PrintError>> => {
    const { member, layout } = input;
    const allowed = mayUse(member, 'print-card');
    if (!allowed.ok) return allowed;
    const id = parseProductId(input.productId);
    const product = id === undefined ? undefined : await ports.products.find(id);
    if (product?.agency !== member.agency) return notFound;
    const { origin } = product;
    // What was issued before the system has no place in a register: its own paper stays what it is.
    if (origin.kind !== 'case') return err({ code: 'product-not-printable' });

    const loaded = await loadForMember(ports, 'print-card', member, origin.caseId);
    if (!loaded.ok) return notFound;
    const { file, index, version } = loaded.value;
    const { snapshot, key } = file.record;
    // Name and address stand on it: printing is for those with a part in the process.
    if (!readsPersonalFacts(index, snapshot, member) || !knowsApplicant(index, snapshot, member))
      return notFound;
    const card = version.standard.process.products.find((known) => known.id === product.product)?.card;
    if (!card) return err({ code: 'product-not-printable' });
    const now = ports.clock.now();
    const state = stateNow(product, epochMs(now));
    if (!printable.has(state)) return err({ code: 'product-not-in-force', state });

    const setting = await getSetting(ports);
    const seal = caseSeal(ports.vault, key, snapshot.id);
    const text = await cardText({ card, index, snapshot, seal, placeName: setting.placeName });
    if (!text) return err({ code: 'value-unreadable' });
    const by = member.id;
    await ports.unmaskings.append({
      ...{ caseId: snapshot.id, fact: `product:${product.id}`, by, name: member.name, at: now },
      act: 'print-card',
      reason: 'Mencetak kartu',
    });
    // Counted before it is drawn, since the number stands on it; a print that fails leaves a gap, never a second original.
    const copy = await ports.products.notePrint({ id: product.id, at: now, by, layout });
    const bytes = await drawnCard(ports, { product, place: origin.place, card, text, setting, copy, layout });
    const fileName = `${product.number.replace(/[^A-Za-z0-9]+/g, '-')}.pdf`;
    const url = await ports.printing.keep({ bytes, fileName });
    return ok({ url, copy, kind: copy === 1 ? 'original' : 'copy' });
  };
