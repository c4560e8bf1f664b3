// Stylesheet, script and crest of a tenant, named by their content so that a phone fetches each once.
import { createHash } from 'node:crypto';
import type { Tenant } from '@layan/domain/tenant/tenant';
import { scriptText, styleText } from '@layan/portal/assets/texts';
import { crestOf } from './crest.ts';

export interface Asset {
  readonly path: string;
  readonly type: string;
  readonly body: string;
}

export interface TenantAssets {
  readonly style: Asset;
  readonly script: Asset;
  readonly crest: Asset;
}

export const named = (name: string, extension: string, type: string, body: string): Asset => ({
  path: `/aset/${name}-${createHash('sha256').update(body).digest('hex').slice(0, 12)}.${extension}`,
  type,
  body,
});

const script = named('bantu', 'js', 'text/javascript; charset=utf-8', scriptText);

const build = (tenant: Tenant): TenantAssets => ({
  style: named(
    'gaya',
    'css',
    'text/css; charset=utf-8',
    `:root{--accent:${tenant.branding.accent}}\n${styleText}`,
  ),
  script,
  crest: named('lambang', 'svg', 'image/svg+xml; charset=utf-8', crestOf(tenant)),
});

const built = new WeakMap<Tenant, TenantAssets>();

export const assetsOf = (tenant: Tenant): TenantAssets => {
  const known = built.get(tenant);
  if (known) return known;
  const assets = build(tenant);
  built.set(tenant, assets);
  return assets;
};

/** For pages without a tenant. */
export const plainStyle: Asset = {
  path: '/aset/polos.css',
  type: 'text/css; charset=utf-8',
  body: `:root{--accent:#1e4e8c}\n${styleText}`,
};
