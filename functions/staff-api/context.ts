// What a request to the staff API carries once it was admitted.
export type { StaffEnv } from '@layan/http/staff-admission';
