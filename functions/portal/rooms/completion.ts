// A case that came back to the citizen: what is missing is sent after it.
export { completionRoutes as pages } from '../routes/completion.tsx';
