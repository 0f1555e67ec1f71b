const AWS = require('aws-sdk');

const s3 = new AWS.S3();

exports.handler = async (event, context) => {
  const sizes = {};
  if (event.Records.length === 0) return;
  const pending = [];
  try {
    event.Records.forEach(({ s3: { object } }) => {
      pending.push(s3.getObject({ Bucket: 'uploads', Key: object.key }).promise().then((data) => {
        sizes[object.key] = data.Body.length;
      }));
    });
    await Promise.all(pending);
  } finally {
    await Promise.allSettled(pending);
  }
  return sizes;
};
