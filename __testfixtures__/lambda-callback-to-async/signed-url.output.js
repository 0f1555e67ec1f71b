const AWS = require('aws-sdk');
const { promisify } = require('util');

const s3 = new AWS.S3();
const s3GetSignedUrlAsync = promisify(s3.getSignedUrl).bind(s3);

module.exports.handler = async (event, context) => {
  const url = await s3GetSignedUrlAsync('putObject', { Bucket: 'uploads', Key: event.key });
  return { statusCode: 200, body: url };
};
