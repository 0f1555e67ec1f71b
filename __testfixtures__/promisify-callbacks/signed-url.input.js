const AWS = require('aws-sdk');
const s3 = new AWS.S3();

async function link(key) {
  s3.getSignedUrl('getObject', { Bucket: 'files', Key: key }, (err, url) => {
    if (err) throw err;
    console.log(url);
  });
}

module.exports = link;
