// An alarm that says what it means for people and what to do first, in the language of whoever is woken by it.
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

export interface ImpactAlarmProps {
  readonly name: string;
  readonly metric: IMetric;
  /** What people notice. A sentence. */
  readonly impact: string;
  /** What to look at first. A sentence. */
  readonly firstStep: string;
  readonly threshold: number;
  readonly periods?: number;
  /** Rings when the figure falls below the threshold, or is missing altogether. */
  readonly whenTooLow?: boolean;
  readonly topic: ITopic;
}

export class ImpactAlarm extends Alarm {
  constructor(scope: Construct, id: string, props: ImpactAlarmProps) {
    super(scope, id, {
      alarmName: props.name,
      alarmDescription: `Dampak: ${props.impact}\nLangkah pertama: ${props.firstStep}`,
      metric: props.metric,
      threshold: props.threshold,
      evaluationPeriods: props.periods ?? 1,
      comparisonOperator: props.whenTooLow
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: props.whenTooLow ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    const tell = new SnsAction(props.topic);
    this.addAlarmAction(tell);
    this.addOkAction(tell);
  }
}
