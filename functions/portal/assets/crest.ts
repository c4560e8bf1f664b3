// The crest of a local government as one SVG, whatever it was given as; a lettered seal when there is none.
import type { Tenant } from '@layan/domain/tenant/tenant';

const escapeText = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
    .slice(0, 2);

const seal = ({ name, branding }: Tenant): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 44 52"><path d="M2 2h40v28c0 10-9 16-20 20C11 46 2 40 2 30z" fill="${branding.accent}"/><path d="M5.5 5.5h33V30c0 8-7 13-16.5 16.3C12.5 43 5.500 38 5.500 30z" fill="none" stroke="#fff" stroke-width="1.5"/><text x="22" y="29" fill="#fff" font-family="system-ui,sans-serif" font-size="16" font-weight="700" text-anchor="middle">${escapeText(initials(name))}</text></svg>`;

/** A picture inside an SVG: text on the way out, so that no gateway has to know about binary answers. */
const wrapped = (dataUri: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 44 52"><image href="${escapeText(dataUri)}" width="44" height="52"/></svg>`;

export const crestOf = (tenant: Tenant): string => {
  const { crest } = tenant.branding;
  if (crest === undefined) return seal(tenant);
  return crest.startsWith('data:') ? wrapped(crest) : crest;
};
