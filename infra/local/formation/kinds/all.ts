// The types of resources that run locally, by their CloudFormation name.
import type { Kind } from '../kind.ts';
import * as apiGateway from './api-gateway.ts';
import * as cloudfront from './cloudfront.ts';
import * as cognito from './cognito.ts';
import * as dynamodb from './dynamodb.ts';
import * as events from './events.ts';
import * as iam from './iam.ts';
import * as kms from './kms.ts';
import * as lambda from './lambda.ts';
import { notRun } from './not-run.ts';
import * as s3 from './s3.ts';
import * as sqs from './sqs.ts';

const families = [apiGateway, cloudfront, cognito, dynamodb, events, iam, kms, lambda, s3, sqs];

export const kinds: ReadonlyMap<string, Kind> = new Map(
  [...families.flatMap((family): Kind[] => Object.values(family)), ...notRun].map((each) => [
    each.type,
    each,
  ]),
);
