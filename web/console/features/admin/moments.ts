// When something was. Central admins look at all three zones at once, so that theirs is the one of the capital.
import { momentInWords } from '@layan/domain/deadline/dates-in-words';
import { InstantText } from '@layan/domain/kernel/ids';

export const moment = (at: string): string => {
  const instant = InstantText.safeParse(at);
  return instant.success ? momentInWords('Asia/Jakarta', instant.data) : at;
};
