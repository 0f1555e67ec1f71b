const AWS = require('aws-sdk');

const s3 = new AWS.S3();

module.exports.handler = (event, context, callback) => {
  s3.getSignedUrl('putObject', { Bucket: 'uploads', Key: event.key }, (err, url) => {
    if (err) return callback(err);
    callback(null, { statusCode: 200, body: url });
  });
};
