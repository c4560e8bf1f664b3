// What the gateway itself answers when no function is reached: the same Problem Details the functions give, with a
// sentence a citizen can act on.
import { ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway';

const answers = [
  {
    type: ResponseType.THROTTLED,
    status: 429,
    title: 'Terlalu banyak permintaan',
    code: 'too-many-requests',
    detail: 'Terlalu banyak permintaan saat ini. Silakan coba lagi satu menit lagi.',
  },
  {
    type: ResponseType.WAF_FILTERED,
    status: 403,
    title: 'Permintaan ditolak',
    code: 'refused-by-firewall',
    detail:
      'Permintaan ini tidak dapat diterima. Silakan tunggu beberapa menit, atau datang ke loket pelayanan.',
  },
  {
    type: ResponseType.REQUEST_TOO_LARGE,
    status: 413,
    title: 'Data terlalu besar',
    code: 'request-too-large',
    detail: 'Data yang dikirim terlalu besar. Silakan perkecil berkas, lalu kirim lagi.',
  },
  {
    type: ResponseType.MISSING_AUTHENTICATION_TOKEN,
    status: 404,
    title: 'Tidak ditemukan',
    code: 'not-found',
    detail: 'Halaman yang dicari tidak ada. Silakan periksa kembali alamatnya.',
  },
  {
    type: ResponseType.DEFAULT_5XX,
    status: 503,
    title: 'Layanan terganggu',
    code: 'temporarily-unavailable',
    detail: 'Layanan sedang terganggu. Silakan coba lagi beberapa saat lagi; isian Anda belum tercatat.',
  },
] as const;

export function addGatewayAnswers(api: RestApi, consoleOrigin: string): void {
  for (const { type, ...problem } of answers) {
    api.addGatewayResponse(type.responseType, {
      type,
      statusCode: String(problem.status),
      responseHeaders: {
        'Cache-Control': "'no-store'",
        'Content-Type': "'application/problem+json'",
        // Without this the console could not read why it was refused.
        'Access-Control-Allow-Origin': `'${consoleOrigin}'`,
      },
      templates: {
        'application/json': JSON.stringify({
          type: 'about:blank',
          ...problem,
          reference: '$context.requestId',
        }),
      },
    });
  }
}
