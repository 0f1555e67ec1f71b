const AWS = require('aws-sdk');
const { promisify } = require('util');
const s3 = new AWS.S3();
const s3GetSignedUrlAsync = promisify(s3.getSignedUrl).bind(s3);

async function link(key) {
  const url = await s3GetSignedUrlAsync('getObject', { Bucket: 'files', Key: key });
  console.log(url);
}

module.exports = link;
