// The one page to look at when an alarm rings: what people ask, what fails, what lags, what waits for a person.
import { Dashboard, GraphWidget, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { Figures } from './figures.ts';
import { FUNCTIONS, type Names } from './names.ts';

export function addDashboard(
  scope: Construct,
  names: Names,
  figures: Figures,
  deadLetters: readonly string[],
): void {
  const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: 12, height: 6 });
  new Dashboard(scope, 'Dashboard', {
    dashboardName: names.prefix,
    widgets: [
      [
        graph('Permintaan', [figures.requests(), figures.clientErrors(), figures.serverErrors()]),
        graph('Waktu jawab (p95)', [
          figures.latency(),
          ...(['portal', 'staff-api', 'admin-api', 'renderer'] as const).map(figures.duration),
        ]),
      ],
      [
        graph('Kesalahan fungsi', FUNCTIONS.map(figures.errors)),
        graph('Fungsi yang tertahan', FUNCTIONS.map(figures.throttles)),
      ],
      [
        graph('Tertinggal', [
          figures.streamLagMilliseconds('relay'),
          figures.streamLagMilliseconds('provisioner'),
        ]),
        graph('Pekerjaan yang menunggu orang', deadLetters.map(figures.waiting)),
      ],
      [
        graph('Pemeriksaan janji waktu', [figures.calls('deadlines')]),
        graph('Ditolak tembok api', [figures.refusedByFirewall()]),
      ],
    ],
  });
}
