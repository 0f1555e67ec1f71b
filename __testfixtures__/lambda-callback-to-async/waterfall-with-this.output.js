const async = require('async');
const gm = require('gm');
const AWS = require('aws-sdk');

const s3 = new AWS.S3();

exports.handler = async (event, context) => {
  const [err] = await new Promise((resolve) => {
    async.waterfall(
      [
        function download(next) {
          s3.getObject({ Bucket: 'images', Key: event.key }, next);
        },
        function shrink(response, next) {
          gm(response.Body).size(function (err, size) {
            this.resize(size.width / 2, size.height / 2).toBuffer('png', (failure, buffer) => {
              if (failure) next(failure);
              else next(null, response.ContentType, buffer);
            });
          });
        },
        function upload(type, data, next) {
          s3.putObject({ Bucket: 'thumbnails', Key: event.key, Body: data, ContentType: type }, next);
        },
      ],
      (...results) => resolve(results),
    );
  });
  if (err) console.error(err);
};
