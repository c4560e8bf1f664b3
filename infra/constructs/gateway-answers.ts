// What the gateway itself answers when no function is reached: the same Problem Details the functions give, with a
// sentence a citizen can act on.
import { ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway';

const answers = [
  {
    type: ResponseType.THROTTLED,
    status: 429,
    code: 'too-many-requests',
    detail: 'Terlalu banyak permintaan saat ini. Silakan coba lagi satu menit lagi.',
  },
  {
    type: ResponseType.WAF_FILTERED,
    status: 403,
    code: 'refused-by-firewall',
    detail:
      'Permintaan ini tidak dapat diterima. Silakan tunggu beberapa menit, atau datang ke loket pelayanan.',
  },
  {
    type: ResponseType.REQUEST_TOO_LARGE,
    status: 413,
    code: 'request-too-large',
    detail: 'Data yang dikirim terlalu besar. Silakan perkecil berkas, lalu kirim lagi.',
  },
  {
    type: ResponseType.MISSING_AUTHENTICATION_TOKEN,
    status: 404,
    code: 'not-found',
    detail: 'Halaman yang dicari tidak ada. Silakan periksa kembali alamatnya.',
  },
  {
    type: ResponseType.DEFAULT_5XX,
    code: 'temporarily-unavailable',
    detail: 'Layanan sedang terganggu. Silakan coba lagi beberapa saat lagi; isian Anda belum tercatat.',
  },
] as const;

export function addGatewayAnswers(api: RestApi): void {
  for (const { type, code, detail, ...rest } of answers) {
    api.addGatewayResponse(type.responseType, {
      type,
      ...('status' in rest ? { statusCode: String(rest.status) } : {}),
      responseHeaders: { 'Cache-Control': "'no-store'", 'Content-Type': "'application/problem+json'" },
      templates: { 'application/json': JSON.stringify({ code, detail }) },
    });
  }
}
