// An objection before it is a filing.
export { objectionRoutes as pages } from '../routes/objection.tsx';
