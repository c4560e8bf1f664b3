// Everything an office wrote, to see that a refusal wrote nothing.
import type { Office } from './office.ts';

export const written = async ({ ports }: Office): Promise<string> =>
  JSON.stringify(
    [
      ports.table,
      await ports.directory.findForChange(),
      await ports.standards.list(),
      await ports.staff.list(),
      await ports.practice.find(),
      await ports.calendarChanges.find(),
    ],
    (_key, value: unknown) => (value instanceof Map ? [...value] : value),
  );
