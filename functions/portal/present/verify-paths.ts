// Addresses of everything about checking cards. The first stands in every printed code and never changes.

export const paths = {
  verify: '/v',
  start: '/periksa',
  kept: '/periksa/luring',
  index: '/periksa/daftar.json',
  worker: '/periksa/pekerja.js',
  keys: '/.well-known/jwks.json',
  status: '/status',
} as const;

/** Where a file is compared with a letter. */
export const comparePath = (id: string): string => `${paths.verify}/${id}/berkas`;
