// How a tenant that leaves is shown to one of the central admins.
import type { Offboarding } from '@layan/application/ports/offboarding';

export const leavingView = ({ destruction, ...leaving }: Offboarding, me: string) => ({
  ...leaving,
  mine: leaving.announcedBy === me,
  ...(destruction && {
    destruction: {
      ...destruction,
      askedBy: leaving.people[destruction.askedBy] ?? destruction.askedBy,
      mine: destruction.askedBy === me,
    },
  }),
});
