// The time of day at the agency, as people write it: "10.42".
export const clockTime = (instant: number | string, zone: string): string =>
  new Intl.DateTimeFormat('id-ID', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(
    new Date(instant),
  );
