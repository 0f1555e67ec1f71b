const AWS = require('aws-sdk');

const sns = new AWS.SNS();

exports.notify = async (message) => {
  const params = { Message: message, TopicArn: process.env.TOPIC };
  const data = await sns.publish(params).promise();
  console.log('sent', data.MessageId);
};
