// What the fields of a page need of the tenant this request is for.
import type { PortalContext } from '../env.ts';
import type { FieldSetting } from '../present/field.ts';

export const fieldSetting = async (c: PortalContext, showProblems: boolean): Promise<FieldSetting> => ({
  regions: await c.get('ports').directory.findRegions(),
  showProblems,
});
