const AWSXRay = require('aws-xray-sdk');
const AWS = AWSXRay.captureAWS(require('aws-sdk'));

const sqs = new AWS.SQS();

exports.send = async (body) => {
  sqs.sendMessage({ QueueUrl: process.env.QUEUE, MessageBody: body }, (err, data) => {
    if (err) throw err;
    console.log(data.MessageId);
  });
};
