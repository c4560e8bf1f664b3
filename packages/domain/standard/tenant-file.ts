// What the command line is told of a tenant in a file: zone, opening hours, closed days, who holds which roles, and which
// other services there are.
import * as z from 'zod/mini';
import type { TenantCalendar } from '../deadline/calendar.ts';
import { DaySpans, WeekHours } from '../deadline/calendar.ts';
import { defaultCalendar } from '../deadline/default-calendar.ts';
import { ElementId } from './basis.ts';
import { Standard } from './standard.ts';
import type { TenantFacts } from './tenant-facts.ts';

const Clock = z
  .string()
  .check(
    z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Tulis jam sebagai "07:30", dari "00:00" sampai "23:59".'),
    z.describe('Local clock time, "07:30".'),
  );

const Day = z.array(z.strictObject({ from: Clock, to: Clock })).check(
  z.maxLength(24),
  z.refine(
    (spans) => DaySpans.safeParse(spans).success || !spans.every(isClocked),
    'Jam buka harus berurutan dan tidak bersentuhan, misalnya 07:30–12:00 lalu 13:00–16:00.',
  ),
);

function isClocked({ from, to }: { from: string; to: string }): boolean {
  return Clock.safeParse(from).success && Clock.safeParse(to).success;
}

const Week = z.array(Day).check(
  z.refine((days) => days.length === 7, 'Tulis tujuh hari, mulai Senin; hari tutup ditulis [].'),
  z.refine(
    (days) => days.length !== 7 || days.some((spans) => spans.length > 0),
    'Paling sedikit satu hari dalam seminggu harus buka.',
  ),
);

const IsoDate = z.iso.date('Tulis tanggal yang ada, seperti "2026-03-02".');

const ClosureName = z
  .string()
  .check(z.minLength(1), z.maxLength(200), z.describe('Why it is closed, as people read it.'));

export const TenantFile = z
  .strictObject({
    format: z.literal('layan.tenant/1').check(z.describe('Version of this format.')),
    zone: z
      .optional(z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']))
      .check(z.describe('WIB, WITA or WIT; WIB when absent.')),
    office: z
      .optional(Week)
      .check(
        z.describe(
          'Opening hours of the office: seven days, Monday first, each a list of spans; a break is the gap between two. 07:30–12:00 and 13:00–16:00, Friday 07:30–11:30 and 13:00–16:30, when absent.',
        ),
      ),
    counter: z
      .optional(Week)
      .check(z.describe('Opening hours of the counter; those of the office when absent.')),
    special: z
      .optional(
        z
          .array(
            z
              .strictObject({
                from: IsoDate.check(z.describe('First day.')),
                to: IsoDate.check(z.describe('Last day.')),
                name: ClosureName.check(z.describe('Name of the period.')),
                office: Week.check(z.describe('Hours of the office in this period.')),
                counter: z
                  .optional(Week)
                  .check(z.describe('Hours of the counter; those of the office when absent.')),
              })
              .check(z.refine(({ from, to }) => from <= to, 'Hari pertama harus sebelum hari terakhir.')),
          )
          .check(z.maxLength(100)),
      )
      .check(
        z.describe(
          'Periods with other hours, e.g. Ramadan of a year. Where two overlap the first one counts.',
        ),
      ),
    closures: z
      .optional(
        z
          .array(
            z.strictObject({
              date: IsoDate.check(z.describe('The closed day.')),
              kind: z.enum(['nationalHoliday', 'jointLeave', 'local']).check(z.describe('Who decreed it.')),
              name: ClosureName,
            }),
          )
          .check(z.maxLength(1_000)),
      )
      .check(
        z.describe(
          'All closed days, instead of the decreed ones (national holidays and joint leave of 2025, 2026 and 2027), which count when this is absent. A year without any national holiday counts as not decreed yet: what reaches into it is an estimate.',
        ),
      ),
    localClosures: z
      .optional(
        z
          .array(z.strictObject({ date: IsoDate.check(z.describe('The closed day.')), name: ClosureName }))
          .check(z.maxLength(1_000)),
      )
      .check(z.describe('Closed days of this government alone, besides all others.')),
    staff: z
      .optional(
        z
          .array(
            z.strictObject({
              roles: z
                .array(ElementId)
                .check(z.maxLength(100), z.describe('Ids of the roles that this member holds.')),
            }),
          )
          .check(z.maxLength(1_000)),
      )
      .check(z.describe('One entry for each member of staff; nothing is said about staff when absent.')),
    letters: z
      .optional(
        z.strictObject({
          unitCode: z
            .optional(z.string().check(z.minLength(1), z.maxLength(40)))
            .check(z.describe('Unit code of the agency in official numbers, `{unit}`.')),
        }),
      )
      .check(z.describe('How the agency writes letters; nothing is said about it when absent.')),
    services: z
      .optional(
        z
          .array(
            z.strictObject({
              id: ElementId.check(z.describe('Id of the standard.')),
              agency: z
                .optional(ElementId)
                .check(z.describe('Agency that publishes it; that of the checked standard when absent.')),
              kind: Standard.shape.kind.check(z.describe('As in that standard.')),
              channels: z
                .optional(z.array(ElementId).check(z.maxLength(100)))
                .check(z.describe('Ids of its channels; not looked at when absent.')),
              endings: z
                .optional(z.array(ElementId).check(z.maxLength(100)))
                .check(z.describe('Ids of its endings; not looked at when absent.')),
            }),
          )
          .check(z.maxLength(1_000)),
      )
      .check(
        z.describe(
          'All other services that are published; nothing is said about other services when absent.',
        ),
      ),
  })
  .check(z.describe('A tenant as the layan command needs to know it.'));
export type TenantFile = z.infer<typeof TenantFile>;

const byDate = (a: { readonly date: string }, b: { readonly date: string }): number =>
  a.date < b.date ? -1 : 1;

/** The tenant that a file describes; what it leaves out is as every tenant starts. */
export const tenantFrom = (file: TenantFile): TenantFacts => {
  const usual = defaultCalendar(file.zone ?? 'Asia/Jakarta');
  const office = file.office ? WeekHours.parse(file.office) : usual.office;
  const local = (file.localClosures ?? []).map((closure) => ({ ...closure, kind: 'local' as const }));
  const calendar: TenantCalendar = {
    zone: usual.zone,
    office,
    counter: file.counter ? WeekHours.parse(file.counter) : office,
    special: (file.special ?? []).map((period) => ({
      from: period.from,
      to: period.to,
      name: period.name,
      office: WeekHours.parse(period.office),
      counter: WeekHours.parse(period.counter ?? period.office),
    })),
    closures: [...(file.closures ?? usual.closures), ...local].sort(byDate),
  };
  return {
    calendar,
    ...(file.staff && { staff: file.staff }),
    ...(file.letters && { letters: file.letters }),
    ...(file.services && { services: file.services }),
  };
};
