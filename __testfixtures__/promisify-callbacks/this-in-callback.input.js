const AWS = require('aws-sdk');
const s3 = new AWS.S3();

async function list(bucket) {
  s3.listObjectsV2({ Bucket: bucket }, function (err, data) {
    if (err) throw err;
    console.log(data.KeyCount, this.requestId);
  });
}

module.exports = list;
