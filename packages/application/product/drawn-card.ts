// A card as it is drawn: the words of the tenant, and the QR code with the signed payload.

import type { RegisterPlace } from '@layan/domain/case/event';
import { dateInWords } from '@layan/domain/deadline/dates-in-words';
import type { InstantText } from '@layan/domain/kernel/ids';
import { epochMs } from '@layan/domain/kernel/instant';
import type { CardPayload } from '@layan/domain/product/card-payload';
import { registerOf, statusListName } from '@layan/domain/product/status-list';
import { practiceOrigin } from '@layan/domain/tenant/portal-origin';
import type { CardLayout } from '../ports/printing.ts';
import type { RegisteredProduct } from '../ports/products.ts';
import { agencyCard } from '../tenant/agency-card.ts';
import type { Setting } from '../tenant/setting.ts';
import type { CardDesign, CardText } from './card-text.ts';
import type { PrintPorts } from './print-ports.ts';

export interface CardToDraw {
  readonly product: RegisteredProduct;
  readonly place: RegisterPlace;
  readonly card: CardDesign;
  readonly text: CardText;
  readonly setting: Setting;
  readonly copy: number;
  readonly layout: CardLayout;
}

const seconds = (at: InstantText) => Math.floor(epochMs(at) / 1000);

const payloadOf = (tenant: string, { product, place, text }: CardToDraw): CardPayload => ({
  iss: tenant,
  jti: product.id,
  sub: text.holder,
  prd: product.label,
  num: product.number,
  iat: seconds(product.issuedAt),
  ...(product.validUntil !== undefined && { exp: seconds(product.validUntil) }),
  status: {
    list: statusListName({
      agency: product.agency,
      product: registerOf(product.product, place),
      year: place.year,
    }),
    idx: place.sequence,
  },
});

export async function drawnCard(
  {
    tenant,
    space,
    signer,
    printing,
    origin,
  }: Pick<PrintPorts, 'tenant' | 'space' | 'signer' | 'printing' | 'origin'>,
  print: CardToDraw,
): Promise<Uint8Array> {
  const { product, card, text, setting, copy, layout } = print;
  const { governmentName, branding, calendar } = setting.tenant;
  const agency = agencyCard(setting.tenant, product.agency);
  const practice = space === 'practice';
  const home = practice ? practiceOrigin(origin, tenant) : origin;
  const address = `${home}/v/${product.id}`;
  // Nothing that is practised with is ever signed.
  const qr = practice ? address : `${address}#${await signer.sign('layan-card', payloadOf(tenant, print))}`;
  return printing.drawCard(
    {
      governmentName,
      agencyName: agency.name,
      agencyAddress: agency.address,
      accent: branding.accent,
      ...(branding.crest !== undefined && { crest: branding.crest }),
      productLabel: product.label,
      number: product.number,
      holderName: text.holder,
      lines: text.lines,
      issued: dateInWords(calendar.zone, product.issuedAt),
      ...(product.validUntil !== undefined && { validUntil: dateInWords(calendar.zone, product.validUntil) }),
      provisional: product.state === 'provisional',
      qr,
      verifyAddress: new URL(home).host,
      back: card.back,
      copy,
      ...(practice && { practice }),
    },
    layout,
  );
}
