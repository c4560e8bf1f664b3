// The audit trail, for managers and for who answers for the protection of personal data.
export { auditRoutes as routes } from '../routes/audit.ts';
