const AWSXRay = require('aws-xray-sdk');
const AWS = AWSXRay.captureAWS(require('aws-sdk'));

const sqs = new AWS.SQS();

exports.send = async (body) => {
  const data = await sqs.sendMessage({ QueueUrl: process.env.QUEUE, MessageBody: body }).promise();
  console.log(data.MessageId);
};
