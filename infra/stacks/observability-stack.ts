// What wakes somebody up, and the one page they look at then. It watches by name and needs nothing of other stacks
// but the key its messages are sealed with.
import { Stack } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { acknowledge } from '../constructs/acknowledge.ts';
import { alarmTopic } from '../constructs/alarm-topic.ts';
import { addDashboard } from '../constructs/dashboard.ts';
import { type Figures, figuresOf } from '../constructs/figures.ts';
import { functionImpact } from '../constructs/function-impact.ts';
import { ImpactAlarm, type ImpactAlarmProps } from '../constructs/impact-alarm.ts';
import { FUNCTIONS, type FunctionName, type Names } from '../constructs/names.ts';
import type { Settings } from '../constructs/settings.ts';

const WITH_DEAD_LETTERS = [
  'changes',
  'notices',
  'sweeps',
  'provisioner',
  'documents',
  'relay',
  'deadlines',
] as const;

const lostWork: Readonly<Record<(typeof WITH_DEAD_LETTERS)[number], string>> = {
  changes: 'Ada perubahan pengajuan yang tidak sampai ke dasbor dan pemberitahuan.',
  notices: 'Ada warga yang tidak menerima surel tentang permohonannya.',
  sweeps: 'Janji waktu layanan di sebagian daerah tidak diperiksa.',
  provisioner: 'Penyiapan suatu daerah terhenti.',
  documents: 'Ada berkas warga yang tidak terperiksa; pengajuannya tampak belum lengkap.',
  relay: 'Ada perubahan pengajuan yang tidak diteruskan dari tabel suatu daerah.',
  deadlines: 'Pemeriksaan janji waktu layanan terlewat.',
};

export class ObservabilityStack extends Stack {
  private readonly names: Names;
  private readonly topic: ITopic;
  private readonly figures: Figures;

  constructor(
    scope: Construct,
    id: string,
    { settings, names, key }: { settings: Settings; names: Names; key: IKey },
  ) {
    super(scope, id, {
      stackName: `${names.prefix}-observability`,
      env: { account: settings.account, region: settings.region },
      description: 'Layan: alarms and dashboard.',
    });
    this.names = names;
    this.figures = figuresOf(names);
    this.topic = alarmTopic(this, {
      names,
      key,
      ...(settings.alarmEmail ? { email: settings.alarmEmail } : {}),
    });

    for (const name of FUNCTIONS) this.watchFunction(name);
    this.watchWorkLeftBehind();
    this.watchTheApi();
    this.watchPromises();
    this.watchProvisioning();
    this.watchBackups();
    addDashboard(this, names, this.figures, WITH_DEAD_LETTERS.map(names.deadLetters));
  }

  private alarm(name: string, props: Omit<ImpactAlarmProps, 'name' | 'topic'>): void {
    new ImpactAlarm(this, name, { name: `${this.names.prefix}-${name}`, topic: this.topic, ...props });
  }

  private watchFunction(name: FunctionName): void {
    const { failing, heldBack, firstStep } = functionImpact[name];
    this.alarm(`${name}-errors`, {
      metric: this.figures.errors(name),
      threshold: 1,
      impact: failing,
      firstStep,
    });
    this.alarm(`${name}-throttles`, {
      metric: this.figures.throttles(name),
      threshold: 1,
      periods: 2,
      impact: heldBack,
      firstStep: 'periksa lonjakan permintaan per daerah pada dasbor sebelum menaikkan batas fungsi.',
    });
  }

  private watchWorkLeftBehind(): void {
    for (const name of WITH_DEAD_LETTERS) {
      const queue = this.names.deadLetters(name);
      this.alarm(`${queue}-not-empty`, {
        metric: this.figures.waiting(queue),
        threshold: 1,
        impact: lostWork[name],
        firstStep: `baca pesan di antrean ${this.names.queue(queue)}, perbaiki sebabnya, lalu kirim ulang; pesan disimpan 14 hari.`,
      });
    }
    this.alarm('changes-late', {
      metric: this.figures.oldestSeconds('changes'),
      threshold: 300,
      impact: 'Dasbor dan pemberitahuan tertinggal lebih dari lima menit.',
      firstStep: 'periksa kesalahan dan batas fungsi projections.',
    });
    this.alarm('notices-late', {
      metric: this.figures.oldestSeconds('notices'),
      threshold: 900,
      impact: 'Surel kepada warga terlambat lebih dari seperempat jam.',
      firstStep: 'periksa kesalahan fungsi notifier dan batas kirim SES.',
    });
    this.alarm('relay-late', {
      metric: this.figures.streamLagMilliseconds('relay'),
      threshold: 300_000,
      impact:
        'Perubahan di suatu daerah belum diteruskan lebih dari lima menit; setelah 24 jam perubahan itu hilang dari aliran.',
      firstStep: 'baca catatan fungsi relay; satu catatan yang rusak dapat menahan satu daerah.',
    });
  }

  private watchTheApi(): void {
    this.alarm('api-server-errors', {
      metric: this.figures.serverErrors(),
      threshold: 5,
      impact: 'Warga atau petugas mendapat pesan gangguan dan isian mereka mungkin belum tercatat.',
      firstStep: 'lihat rute mana yang gagal pada catatan akses, lalu catatan fungsinya.',
    });
    this.alarm('api-slow', {
      metric: this.figures.latency(),
      threshold: 3000,
      periods: 3,
      impact: 'Halaman terasa lambat: satu dari dua puluh permintaan memakan lebih dari tiga detik.',
      firstStep: 'bandingkan waktu fungsi dengan waktu gerbang pada dasbor.',
    });
    this.alarm('firewall-refuses-many', {
      metric: this.figures.refusedByFirewall(),
      threshold: 5000,
      impact:
        'Banyak permintaan ditolak: ada serangan, atau warga di balik satu alamat bersama ikut tertolak.',
      firstStep: 'baca catatan tembok api: aturan mana yang menolak, dan dari berapa alamat.',
    });
  }

  private watchPromises(): void {
    this.alarm('promises-not-watched', {
      metric: this.figures.calls('deadlines'),
      threshold: 1,
      periods: 2,
      whenTooLow: true,
      impact:
        'Tidak ada yang memeriksa janji waktu layanan: keterlambatan tidak diperingatkan di semua daerah.',
      firstStep: `pastikan jadwal ${this.names.prefix}-every-minute aktif dan boleh memanggil fungsi deadlines.`,
    });
  }

  private watchBackups(): void {
    this.alarm('backups-failed', {
      metric: this.figures.failedBackups('Backup'),
      threshold: 1,
      impact: 'Cadangan data semalam gagal; layanan tetap berjalan, tetapi data baru belum punya salinan.',
      firstStep: `buka pekerjaan yang gagal pada brankas ${this.names.backupVault} di AWS Backup, perbaiki sebabnya, lalu jalankan ulang.`,
    });
    this.alarm('backup-copies-failed', {
      metric: this.figures.failedBackups('Copy'),
      threshold: 1,
      impact: 'Salinan cadangan tidak sampai ke akun kedua: bila akun ini rusak, data terbaru ikut hilang.',
      firstStep: 'periksa pekerjaan salin di AWS Backup, dan izin brankas di akun kedua.',
    });
  }

  private watchProvisioning(): void {
    const ruleName = `${this.names.prefix}-tenant-stack-failed`;
    const rule = new Rule(this, 'TenantStackFailed', {
      ruleName,
      description: 'Counts tenant stacks that failed or rolled back; the alarm beside it tells people.',
      eventPattern: {
        source: ['aws.cloudformation'],
        detailType: ['CloudFormation Stack Status Change'],
        detail: {
          'stack-id': [{ prefix: this.names.tenantStackArnPrefix }],
          'status-details': {
            status: ['FAILED', 'ROLLBACK_IN_PROGRESS', 'ROLLBACK_COMPLETE', 'ROLLBACK_FAILED'].flatMap(
              (end) => [{ suffix: end }],
            ),
          },
        },
      },
    });
    acknowledge(rule, {
      'Serverless-EventBusDLQ': 'The rule has no target that could miss an event: it only counts.',
    });
    this.alarm('tenant-stack-failed', {
      metric: this.figures.matched(ruleName),
      threshold: 1,
      impact: 'Penyiapan atau pembaruan suatu daerah gagal; daerah yang sudah berjalan tetap melayani.',
      firstStep:
        'buka peristiwa stack daerah itu di CloudFormation, perbaiki sebabnya, lalu lanjutkan penyiapannya.',
    });
    this.alarm('provisioner-stuck', {
      metric: this.figures.streamLagMilliseconds('provisioner'),
      threshold: 600_000,
      impact: 'Daerah yang baru didaftarkan belum mulai disiapkan setelah sepuluh menit.',
      firstStep: functionImpact.provisioner.firstStep,
    });
  }
}
