// When something was, as people of the agency write it.
import { TenantCalendar } from '@layan/domain/deadline/calendar';
import { momentInWords } from '@layan/domain/deadline/dates-in-words';
import { InstantText } from '@layan/domain/kernel/ids';
import { useMe } from '../../shared/me.ts';

export function Moment({ at }: { at: string }) {
  const zone = TenantCalendar.shape.zone.safeParse(useMe().tenant.zone);
  const instant = InstantText.safeParse(at);
  const words = zone.success && instant.success ? momentInWords(zone.data, instant.data) : at;
  return <time dateTime={at}>{words}</time>;
}
