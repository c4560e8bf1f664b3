// A failure as an AWS service states it: code, HTTP status and sentence. Each protocol writes it its own way.
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}
