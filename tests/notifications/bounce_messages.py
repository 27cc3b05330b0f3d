"""Notices as mail servers really write them, about a letter that a test names."""

from __future__ import annotations

# As Postfix writes it when the remote server says that there is no such user.
POSTFIX = """\
Return-Path: <>
Delivered-To: {return_path}
Received: by mx.portal.example.org (Postfix) id 4F1B62A0C7; Mon, 9 Nov 2026 10:21:07 +0100 (CET)
Date: Mon, 9 Nov 2026 10:21:07 +0100 (CET)
From: MAILER-DAEMON@mx.portal.example.org (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: {return_path}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
\tboundary="9D3E12A0C6.1794216067/mx.portal.example.org"
Message-Id: <20261109092107.4F1B62A0C7@mx.portal.example.org>

This is a MIME-encapsulated message.

--9D3E12A0C6.1794216067/mx.portal.example.org
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

This is the mail system at host mx.portal.example.org.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

                   The mail system

<{recipient}>: host mail.example.org[192.0.2.25] said: {diagnostic}
    (in reply to RCPT TO command)

--9D3E12A0C6.1794216067/mx.portal.example.org
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.portal.example.org
X-Postfix-Queue-ID: 9D3E12A0C6
X-Postfix-Sender: rfc822; {return_path}
Arrival-Date: Mon, 9 Nov 2026 10:21:05 +0100 (CET)

Final-Recipient: rfc822; {recipient}
Original-Recipient: rfc822;{recipient}
Action: {action}
Status: {status}
Remote-MTA: dns; mail.example.org
Diagnostic-Code: smtp; {diagnostic}

--9D3E12A0C6.1794216067/mx.portal.example.org
Content-Description: Undelivered Message
Content-Type: message/rfc822

Return-Path: <{return_path}>
From: portal@portal.example.org
To: {recipient}
Subject: =?utf-8?b?Tm93b8WbxIc=?=
Message-ID: {message_id}
Content-Type: text/plain; charset=us-ascii

Tekst listu.

--9D3E12A0C6.1794216067/mx.portal.example.org--
"""

# As feedback loops write it (RFC 5965, example of its appendix B).
FEEDBACK = """\
From: <abusedesk@example.com>
Date: Thu, 12 Nov 2026 17:40:36 +0100
Subject: FW: Earn money
To: <abuse@portal.example.org>
Message-ID: <20261112174036.feedback@example.com>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report;
     boundary="part1_13d.2e68ed54_boundary"

--part1_13d.2e68ed54_boundary
Content-Type: text/plain; charset="US-ASCII"
Content-Transfer-Encoding: 7bit

This is an email abuse report for an email message received from IP
192.0.2.1 on Thu, 12 Nov 2026 14:00:00 +0100.

--part1_13d.2e68ed54_boundary
Content-Type: message/feedback-report

Feedback-Type: abuse
User-Agent: SomeGenerator/1.0
Version: 1

--part1_13d.2e68ed54_boundary
Content-Type: message/rfc822
Content-Disposition: inline

From: <portal@portal.example.org>
To: <{recipient}>
Subject: Earn money
Message-ID: {message_id}

Spam Spam Spam

--part1_13d.2e68ed54_boundary--
"""

VACATION = """\
From: {recipient}
To: {return_path}
Subject: Jestem na urlopie
Auto-Submitted: auto-replied
Message-ID: <urlop@example.org>
In-Reply-To: {message_id}

Wracam w poniedzialek.
"""
