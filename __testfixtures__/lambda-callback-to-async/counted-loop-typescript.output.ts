import { S3 } from 'aws-sdk';
import { Context, S3Event } from 'aws-lambda';

const s3 = new S3();

export const handler = async (event: S3Event, context: Context) => {
  if (event.Records.length === 0) return;
  const pending: Promise<unknown>[] = [];
  try {
    event.Records.forEach((record) => {
      const params = { Bucket: record.s3.bucket.name, Key: record.s3.object.key };
      pending.push(s3.deleteObject(params).promise().then((data) => {
        console.log(data.VersionId);
      }));
    });
    await Promise.all(pending);
  } finally {
    await Promise.allSettled(pending);
  }
  return 'all deleted';
};
