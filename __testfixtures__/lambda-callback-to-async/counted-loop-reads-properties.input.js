const AWS = require('aws-sdk');

const s3 = new AWS.S3();

exports.handler = (event, context, callback) => {
  const sizes = {};
  let left = event.Records.length;
  event.Records.forEach(({ s3: { object } }) => {
    s3.getObject({ Bucket: 'uploads', Key: object.key }, (err, data) => {
      if (err) return callback(err);
      sizes[object.key] = data.Body.length;
      left--;
      if (!left) callback(null, sizes);
    });
  });
};
