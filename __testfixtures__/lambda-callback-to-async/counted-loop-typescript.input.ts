import { S3 } from 'aws-sdk';
import { Callback, Context, S3Event } from 'aws-lambda';

const s3 = new S3();

export const handler = (event: S3Event, context: Context, callback: Callback<string>): void => {
  let left = event.Records.length;
  event.Records.forEach((record) => {
    const params = { Bucket: record.s3.bucket.name, Key: record.s3.object.key };
    s3.deleteObject(params, (err, data) => {
      if (err) return callback(err);
      console.log(data.VersionId);
      left--;
      if (left === 0) {
        callback(null, 'all deleted');
      }
    });
  });
};
